package fltaxes.apk;

import com.android.manifmerger.Merger;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Merges the manifests, compiles the resources and links both, for one variant of the app. Into {@code --out} go
 * AndroidManifest.xml, resources.apk, the sources of R below r/ and the shrinker's rules for what XML names, resources.pro.
 *
 * <p>{@code --aapt2 PROGRAM --framework JAR --aars DIR --app DIR[:DIR] --assets DIR --id ID --code N --name N --min N --target N --out
 * DIR [--debuggable yes]}; later folders of the app overlay earlier ones.
 */
public final class Link {
    private static final Pattern PACKAGE = Pattern.compile("<manifest[^>]*\\spackage=\"([^\"]+)\"", Pattern.DOTALL);

    private Link() {}

    public static void main(String[] arguments) throws Exception {
        var options = new Options(arguments);
        Path out = Files.createDirectories(options.path("out"));
        List<Path> libraries = Zip.folders(options.path("aars"));
        Path manifest = merge(options, libraries, out);

        var command = new ArrayList<>(List.of(
                options.text("aapt2"), "link", "-I", options.text("framework"), "--manifest", manifest.toString(),
                "-o", out.resolve("resources.apk").toString(), "--java", out.resolve("r").toString(),
                "--extra-packages", packages(libraries), "--proguard", out.resolve("resources.pro").toString(),
                "-A", options.text("assets"), "--auto-add-overlay"));
        Path compiled = Files.createDirectories(out.resolve("compiled"));
        for (Path library : libraries) {
            if (Files.isDirectory(library.resolve("res"))) {
                command.add(compile(options, library.resolve("res"), compiled.resolve(library.getFileName() + ".zip")));
            }
        }
        for (Path app : options.paths("app")) {
            command.add("-R");
            command.add(compile(options, app.resolve("res"), compiled.resolve("app-" + app.getFileName() + ".zip")));
        }
        Run.command(command);
    }

    private static Path merge(Options options, List<Path> libraries, Path out) throws IOException {
        Path merged = out.resolve("AndroidManifest.xml");
        String debuggable = options.has("debuggable") ? "android:debuggable=\"true\"" : "";
        // What the Android Gradle plugin writes into a manifest by itself.
        Path own = Files.writeString(
                out.resolve("AndroidManifest-own.xml"),
                Files.readString(options.paths("app").get(0).resolve("AndroidManifest.xml"))
                        .replaceFirst("<manifest", "<manifest package=\"" + options.text("id") + "\"")
                        .replaceFirst("<application", "<application android:extractNativeLibs=\"false\" " + debuggable));
        int failed = new Merger().process(new String[] {
            "--main", own.toString(),
            "--libs", libraries.stream().map(l -> l.resolve("AndroidManifest.xml").toString()).collect(Collectors.joining(File.pathSeparator)),
            "--property", "PACKAGE=" + options.text("id"),
            "--property", "VERSION_CODE=" + options.text("code"),
            "--property", "VERSION_NAME=" + options.text("name"),
            "--property", "MIN_SDK_VERSION=" + options.text("min"),
            "--property", "TARGET_SDK_VERSION=" + options.text("target"),
            "--remove-tools-declarations",
            "--log", "WARNING",
            "--out", merged.toString(),
        });
        if (failed != 0 || !Files.exists(merged)) throw new IOException("the manifests do not merge");
        return merged;
    }

    private static String compile(Options options, Path resources, Path zip) throws IOException, InterruptedException {
        Run.command(List.of(options.text("aapt2"), "compile", "--dir", resources.toString(), "-o", zip.toString()));
        return zip.toString();
    }

    /** The packages of libraries that have resources of their own, each of which needs a class R. */
    private static String packages(List<Path> libraries) throws IOException {
        var packages = new TreeSet<String>();
        for (Path library : libraries) {
            Path ids = library.resolve("R.txt");
            if (!Files.exists(ids) || Files.size(ids) == 0) continue;
            var found = PACKAGE.matcher(Files.readString(library.resolve("AndroidManifest.xml")));
            if (!found.find()) throw new IOException("no package in the manifest of " + library);
            packages.add(found.group(1));
        }
        return String.join(":", packages);
    }
}
