"""What is printed: the same views as on the site, typeset as tagged PDF (PDF/UA-1) by Typst."""
