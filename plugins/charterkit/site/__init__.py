"""From records and facts to whole HTML pages, in every language of the site."""
