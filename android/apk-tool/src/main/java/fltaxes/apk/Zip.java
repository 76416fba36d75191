package fltaxes.apk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip files whose bytes depend on what is in them alone. */
final class Zip {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1981, 1, 1, 1, 1);

    private Zip() {}

    /** Adds one file, deflated or as it is. */
    static void put(ZipOutputStream out, String name, byte[] bytes, boolean stored) {
        try {
            var entry = new ZipEntry(name);
            entry.setTimeLocal(ALWAYS);
            if (stored) {
                var crc = new CRC32();
                crc.update(bytes);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(bytes.length);
                entry.setCrc(crc.getValue());
            }
            out.putNextEntry(entry);
            out.write(bytes);
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls for every file inside, in the zip's order. */
    static void each(Path zip, BiConsumer<ZipEntry, byte[]> file) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                if (!entry.isDirectory()) file.accept(entry, in.readAllBytes());
            }
        }
    }

    /** A folder as a zip, in the order of names. */
    static Path of(Path folder, Path zip) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : files(folder)) {
                put(out, folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file), false);
            }
        }
        return zip;
    }

    /** Every file below a folder, in the order of names. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Every folder right inside a folder, in the order of names. */
    static List<Path> folders(Path folder) throws IOException {
        try (var list = Files.list(folder)) {
            return list.filter(Files::isDirectory).sorted().toList();
        }
    }
}
