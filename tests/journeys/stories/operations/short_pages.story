# Rows are hidden after the pages are cut: a page is shorter than asked although others follow. All that comes is loaded.
story "Pages that are shorter than asked"
language en
taxpayer ops-10k
played by desk

answer /ens/historyOperations with /pagination/page=0 remove /content/3 remove /content/3
answer /ens/historyOperations with /pagination/page=2 remove /content/0
sign in
choose pin 246810
screen home
tap tab-operations
screen operations
tap load-all
see "9,997 operations"
