# To be sent
outbox-title = To be sent
outbox-detail = What was sent to the service and what became of it
outbox-unsettled = { $count ->
    [one] { $count } thing is not settled yet
   *[other] { $count } things are not settled yet
}
outbox-refused-count = { $count ->
    [one] The service did not do { $count } thing. See why.
   *[other] The service did not do { $count } things. See why.
}
outbox-what = What stands here is kept on this device first and is done exactly once.
outbox-wanted = You asked for this: { $time }.
outbox-none = Nothing to be sent
outbox-none-detail = What you ask of the service shows here, also without a network.
