documents-title = Documents
documents-none = No documents
documents-none-short = none
documents-unknown = Whether there are documents is not known yet
documents-unread = { $count ->
    [one] { $count } unread
   *[other] { $count } unread
}
documents-all-read = all read
documents-count = { $count ->
    [one] { $number } document
   *[other] { $number } documents
}
documents-found = { $count ->
    [one] Found { $found } of { $number } document
   *[other] Found { $found } of { $number } documents
}
filter-document = Kind
filter-year = For the year
filter-state = Read
document-notice = Notice
document-demand = Demand
document-receipt = Receipt
document-other = Another document
document-read = read
document-unread = unread
document-number = No. { $number }
document-year = for { $year }
