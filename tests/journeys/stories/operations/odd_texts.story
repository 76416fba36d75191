# Control characters, line ends and marks of direction in a text of the service: the text is shown, they are not.
story "Odd characters in the texts of operations"
language en
taxpayer debt
played by desk

answer /ens/historyOperations with /pagination/page=0 set /content/0/operationDescription "\u001b[31mОплата\u009b0m\u202e\r\n№ 5\u2066" set /content/1/operationDescription "\n\n"
sign in
choose pin 246810
tap tab-operations
see "8 operations"
see operation-0 "Оплата"
see operation-0 "№ 5"
# One without words of its own goes by its kind.
see operation-1 "Начислен налог"
