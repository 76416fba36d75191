use super::*;

const OK: Result<(), FileFault> = Ok(());
const NOT: Result<(), FileFault> = Err(FileFault::NotAccepted);
const BROKEN: Result<(), FileFault> = Err(DAMAGED);

#[test]
fn documents_are_judged() {
    let table: [(&str, Result<(), FileFault>); 39] = [
        ("<a/>", OK),
        ("\u{feff}<?xml version='1.0'?>\n<Файл ИдФайл=\"1\"><Документ/></Файл>\n<!-- end -->", OK),
        (
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><a b='1' c=\"&#x41;&amp;\">&lt;&#65;</a>",
            OK,
        ),
        ("<?xml version='1.0'?><?xml-stylesheet href='a'?><a><![CDATA[<b>]]></a>", OK),
        ("<a><b></a></b>", NOT),
        ("<html><p>no end</html>", NOT),
        ("<!DOCTYPE html><html/>", NOT),
        ("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'cccc'>]><a>&b;</a>", NOT),
        ("<?xml version='1.0'?><!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", NOT),
        ("<?xml version='1.0' encoding='koi8-r'?><a/>", NOT),
        ("<?xml version='1.0' encoding='utf-16'?><a/>", NOT),
        ("<?xml version='1.0'?><a>&b;</a>", BROKEN),
        ("<?xml version='1.0'?><a>&</a>", BROKEN),
        ("<?xml version='1.0'?><a>&#0;</a>", BROKEN),
        ("<?xml version='1.0'?><a>&#xD800;</a>", BROKEN),
        ("<?xml version='1.0'?><a b='&c;'/>", BROKEN),
        ("<?xml version='1.0'?><a b='&'/>", BROKEN),
        ("<?xml version='1.0'?><a b='<'/>", BROKEN),
        ("<?xml version='1.0'?><a b/>", BROKEN),
        ("<?xml version='1.0'?><a b=1/>", BROKEN),
        ("<?xml version='1.0'?><a b='1' b='2'/>", BROKEN),
        ("<?xml version='1.0'?><1a/>", BROKEN),
        ("<?xml version='1.0'?><a$/>", BROKEN),
        ("<?xml version='1.0'?>", BROKEN),
        ("<?xml version='1.0'?>text", BROKEN),
        ("<?xml version='1.0'?><a/>text", BROKEN),
        ("<?xml version='1.0'?><a/>&amp;", BROKEN),
        ("<?xml version='1.0'?><a/><b/>", BROKEN),
        ("<?xml version='1.0'?><a></a></a>", BROKEN),
        ("<?xml version='1.0'?><a><b>", BROKEN),
        ("<?xml version='1.0'?><a", BROKEN),
        ("<?xml version='1.0'?><!-- a -- b --><a/>", BROKEN),
        ("<?xml version='1.0'?><a>\u{1}</a>", BROKEN),
        ("<?xml version='1.0'?><a>\u{ffff}</a>", BROKEN),
        ("<?xml version='1.0'?><a/><?xml version='1.0'?>", BROKEN),
        ("<?xml version='1.0'", BROKEN),
        ("<?xml ?><a/>", BROKEN),
        ("<?xml version='1.0' encoding=?><a/>", BROKEN),
        (" <?xml version='1.0'?><a/>", NOT),
    ];
    for (text, expected) in table {
        assert_eq!(check(text.as_bytes()), expected, "{text}");
    }
}

#[test]
fn bytes_are_judged_in_the_encoding_that_is_declared() {
    let utf_8 = b"<?xml version='1.0'?><a>\xd4</a>";
    assert_eq!(check(utf_8), BROKEN);
    let windows =
        b"<?xml version='1.0' encoding='Windows-1251'?><\xd4\xe0\xe9\xeb>\x98\xa8\xff</\xd4\xe0\xe9\xeb>";
    assert_eq!(check(windows), OK);
    assert_eq!("\u{424}\u{44f}", [0xd4, 0xff].map(standing_for).iter().collect::<String>());
}

#[test]
fn depth_has_an_end_and_attributes_have_none() {
    let nested = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
    assert_eq!(check(nested(DEPTH_AT_MOST).as_bytes()), OK);
    assert_eq!(check(nested(DEPTH_AT_MOST + 1).as_bytes()), NOT);
    let attributes: Vec<_> = (0..20_000).map(|nth| format!(" a{nth}='1'")).collect();
    let attributes = attributes.concat();
    assert_eq!(check(format!("<a{attributes}/>").as_bytes()), OK);
}
