# Drafts
drafts-title = Drafts
drafts-detail = Forms that were begun and not sent yet
drafts-count = { $count ->
    [one] { $count } form was begun and is not sent yet
   *[other] { $count } forms were begun and are not sent yet
}
drafts-what = What you begin is on this device alone, and stays until you send or remove it.
drafts-none = No drafts
drafts-none-detail = A form that you begin stays here until it is sent, also over a restart and without a network.
drafts-changed = changed: { $time }
drafts-unkept = not kept on this device
drafts-fault = This device could not write everything down. It tries again; until then it is here only as long as the app runs.
drafts-files = Their files take { $size } of { $limit } on this device (our own limit). Removing a draft removes its files.
drafts-unknown = A form that this app does not know
drafts-unknown-form = A later version of the app may know it. Until then it is kept as it is.
drafts-unread = { $count ->
    [one] { $count } more draft is of a later version of the app, and is kept for it.
   *[other] { $count } more drafts are of a later version of the app, and are kept for it.
}
