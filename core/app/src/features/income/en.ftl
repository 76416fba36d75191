income-years = By year
income-none = The service has no income certificates for you
income-withheld = tax withheld { $amount }
income-title = Income
income-detail = 2-NDFL by year
