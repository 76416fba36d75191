stop = Stop

operations-none = There are no operations yet
operations-count = { $count ->
    [one] { $number } operation
   *[other] { $number } operations
}
operations-found = { $found } found among { $number } { $count ->
    [one] operation
   *[other] operations
}
operation-unnamed = Operation
history-since = Kept here since { $date }. Older ones are at the service.
history-partial = Older ones are at the service.
load-all = Load all of the history
loading-all = Loading… { $number } so far
search-label = Search
search-hint = words, an amount, a date
filter-tax = Tax
filter-kind = Kind
filter-all = All
clear-filters = Show all
nothing-found = Nothing found
more-older = { $number } older
more-newer = { $number } newer
more-from-service = Older ones
