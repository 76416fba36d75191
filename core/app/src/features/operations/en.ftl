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
filter-tax = Tax
filter-kind = Kind
