check-link-what = Paste a link from a letter, a message or a QR code. It is looked at here, on the device, and sent nowhere.
check-link-label = Link
check-link-check = Check
check-link-open = Open in the browser
