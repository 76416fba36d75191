# Look-alikes are named and not opened.
story "Links that only look like the service's"
language en
taxpayer debt
played by desk, compose, swift

tap check-link
paste link "https://nalog-ru.com/lkfl"
tap check
see verdict "does not belong to it"
clear link
paste link "tax.ru"
tap check
see verdict "does not belong to it"
clear link
paste link "https://nаlog.ru/lkfl"
tap check
see verdict "look-alike letter"
clear link
paste link "https://lkfl2.nalog.ru@pay.invalid/"
tap check
see verdict "after the @"
clear link
paste link "https://xn--nlog-5cd.ru/"
tap check
see verdict "xn--"
clear link
paste link "{emoji10k}"
tap check
see verdict "no link"
not opened
clear link
paste link "https://lkfl2.nalog.ru/lkfl/login"
tap check
see verdict "a site of the tax service"
tap open
opened "https://lkfl2.nalog.ru/lkfl/login"
forget opened
link "https://nalog-gov.ru/pay"
see hint "only looks like"
not opened
