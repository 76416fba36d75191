package fltaxes.apk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes an unsigned APK of linked resources, shrunk dex and native libraries: {@code --resources APK --dex ZIP --aars DIR --jni DIR --abis
 * A,B --out APK}. The folder of the app's own libraries may be missing: then there is no core inside.
 */
public final class Pack {
    private static final Pattern LEFT_OUT = Pattern.compile(
            "META-INF/(proguard|com\\.android\\.tools|maven|versions|licenses)/.*"
                    + "|META-INF/(MANIFEST\\.MF|.*LICENSE.*|.*NOTICE.*|.*\\.txt|.*\\.kotlin_module)"
                    + "|.*\\.kotlin_(builtins|metadata)|.*\\.(so|dll|jnilib|a|pro|html)|DebugProbesKt\\.bin");

    private Pack() {}

    public static void main(String[] arguments) throws IOException {
        var options = new Options(arguments);
        Set<String> names = new HashSet<>();
        try (var out = new ZipOutputStream(Files.newOutputStream(options.path("out")))) {
            out.setLevel(9);
            // What aapt2 stored stays stored: Android maps it.
            Zip.each(options.path("resources"), (entry, bytes) -> {
                names.add(entry.getName());
                Zip.put(out, entry.getName(), bytes, entry.getMethod() == ZipEntry.STORED);
            });
            Zip.each(options.path("dex"), (entry, bytes) -> {
                String name = entry.getName();
                if (LEFT_OUT.matcher(name).matches() || !names.add(name)) return;
                // Android 9 and newer map dex that is stored.
                Zip.put(out, name, bytes, name.endsWith(".dex"));
            });
            for (Path library : libraries(options)) {
                String name = "lib/" + library.getParent().getFileName() + "/" + library.getFileName();
                if (!names.add(name)) throw new IOException("two of " + name);
                // Stored, and aligned by the signer: Android maps it and never copies it out.
                Zip.put(out, name, Files.readAllBytes(library), true);
            }
        }
    }

    private static List<Path> libraries(Options options) throws IOException {
        List<String> abis = List.of(options.text("abis").split(","));
        List<Path> roots = new ArrayList<>();
        for (Path aar : Zip.folders(options.path("aars"))) roots.add(aar.resolve("jni"));
        roots.add(options.path("jni"));
        List<Path> libraries = new ArrayList<>();
        for (Path root : roots) {
            for (Path file : Zip.files(root)) {
                boolean wanted = abis.contains(file.getParent().getFileName().toString());
                if (wanted && file.toString().endsWith(".so")) libraries.add(file);
            }
        }
        return libraries;
    }
}
