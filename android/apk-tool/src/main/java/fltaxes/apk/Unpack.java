package fltaxes.apk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Unpacks every .aar of a folder: {@code --aars DIR --into DIR --classes DIR}. Maven puts no .aar on a class path. */
public final class Unpack {
    private Unpack() {}

    public static void main(String[] arguments) throws IOException {
        var options = new Options(arguments);
        Path classes = options.path("classes");
        for (Path aar : Zip.files(options.path("aars"))) {
            String name = aar.getFileName().toString().replaceFirst("\\.aar$", "");
            Path folder = options.path("into").resolve(name);
            Zip.each(aar, (entry, bytes) -> write(folder, entry.getName(), bytes));
            classes(folder.resolve("classes.jar"), classes);
            for (Path jar : Zip.files(folder.resolve("libs"))) classes(jar, classes);
            Path rules = folder.resolve("proguard.txt");
            // R8 reads the rules that lie here in what it is given.
            if (Files.exists(rules)) write(classes, "META-INF/proguard/" + name + ".pro", Files.readAllBytes(rules));
        }
    }

    private static void classes(Path jar, Path into) throws IOException {
        Zip.each(jar, (entry, bytes) -> {
            String name = entry.getName();
            if (name.equals("META-INF/MANIFEST.MF")) return;
            if (name.endsWith(".class") && differs(into.resolve(name), bytes)) {
                throw new IllegalStateException("two versions of " + name + ", one from " + jar);
            }
            write(into, name, bytes);
        });
    }

    private static boolean differs(Path file, byte[] bytes) {
        try {
            return Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String name, byte[] bytes) {
        Path to = folder.resolve(name).normalize();
        if (!to.startsWith(folder.normalize())) throw new IllegalStateException(name + " leads out of " + folder);
        try {
            Files.createDirectories(to.getParent());
            Files.write(to, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
