package fltaxes.apk;

import com.android.apksig.ApkSigner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Aligns and signs: {@code --in APK --out APK --keys FILE --password WORD}. A key of nobody's is made where there is none, so that one
 * development build installs over another.
 */
public final class Sign {
    /** Phones with pages of 16 KB map a library only where one begins. */
    private static final int PAGE = 16384;

    private Sign() {}

    public static void main(String[] arguments) throws Exception {
        var options = new Options(arguments);
        Path keys = options.path("keys");
        char[] password = options.text("password").toCharArray();
        if (!Files.exists(keys)) make(keys, options.text("password"));
        KeyStore store = KeyStore.getInstance(keys.toFile(), password);
        String alias = store.aliases().nextElement();
        var signer = new ApkSigner.SignerConfig.Builder(
                "fltaxes", (PrivateKey) store.getKey(alias, password), List.of((X509Certificate) store.getCertificate(alias))).build();
        new ApkSigner.Builder(List.of(signer))
                .setInputApk(options.path("in").toFile())
                .setOutputApk(options.path("out").toFile())
                .setV1SigningEnabled(false)
                .setV2SigningEnabled(true)
                .setV3SigningEnabled(true)
                .setAlignmentPreserved(false)
                .setLibraryPageAlignmentBytes(PAGE)
                .build()
                .sign();
    }

    private static void make(Path keys, String password) throws Exception {
        Files.createDirectories(keys.toAbsolutePath().getParent());
        Run.command(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keystore", keys.toString(),
                "-storetype", "PKCS12", "-storepass", password, "-alias", "development", "-keyalg", "EC", "-groupname", "secp256r1",
                "-validity", "10000", "-dname", "CN=development"));
    }
}
