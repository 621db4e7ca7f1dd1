"""The sheets of assessors and the workbook of their meeting: what one person thinks never gets into a repository."""
