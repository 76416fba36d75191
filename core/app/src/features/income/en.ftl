income-years = By year
income-none = The service has no income certificates for you
income-withheld = tax withheld { $amount }
