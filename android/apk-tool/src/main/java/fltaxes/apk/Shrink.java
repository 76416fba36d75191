package fltaxes.apk;

import com.android.tools.r8.CompilationMode;
import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import com.android.tools.r8.JdkClassFileProvider;
import com.android.tools.r8.OutputMode;
import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.StringConsumer;
import com.android.tools.r8.origin.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Shrinks a program with R8: {@code --program PATHS --libraries PATHS --rules PATHS --min N --mapping FILE --out ZIP [--keep RULE]
 * [--classes yes]}. What comes out is dex, or with {@code --classes} classes that a JVM runs.
 */
public final class Shrink {
    private Shrink() {}

    public static void main(String[] arguments) throws Exception {
        var options = new Options(arguments);
        Path out = options.path("out");
        Files.createDirectories(out.toAbsolutePath().getParent());
        var r8 = R8Command.builder(new Quiet())
                .setMode(CompilationMode.RELEASE)
                // android-all holds the phone's own classes and none of Java's.
                .addLibraryResourceProvider(JdkClassFileProvider.fromSystemJdk())
                .addLibraryFiles(existing(options.paths("libraries")))
                .addProgramFiles(zipped(options.paths("program"), out))
                .addProguardConfigurationFiles(options.paths("rules"))
                .setProguardMapOutputPath(options.path("mapping"))
                .setProguardConfigurationConsumer(
                        new StringConsumer.FileConsumer(Path.of(options.text("mapping") + ".rules")));
        if (options.has("keep")) r8.addProguardConfiguration(List.of(options.text("keep")), Origin.unknown());
        if (options.has("classes")) {
            r8.setOutput(out, OutputMode.ClassFile, true);
        } else {
            r8.setMinApiLevel(options.number("min")).setOutput(out, OutputMode.DexIndexed, true);
        }
        R8.run(r8.build());
    }

    private static List<Path> existing(List<Path> paths) {
        return paths.stream().filter(Files::exists).toList();
    }

    /** R8 takes no folders of classes. */
    private static List<Path> zipped(List<Path> paths, Path out) throws IOException {
        var jars = new java.util.ArrayList<Path>();
        for (Path path : paths) {
            jars.add(Files.isDirectory(path) ? Zip.of(path, Path.of(out + "." + jars.size() + ".jar")) : path);
        }
        return jars;
    }

    /** Tells what matters: rules that match nothing and resources that come twice are in every build of Android. */
    private static final class Quiet implements DiagnosticsHandler {
        @Override
        public void warning(Diagnostic warning) {
            String message = warning.getDiagnosticMessage();
            if (!message.startsWith("Resource '")) System.out.println("R8: " + message);
        }

        @Override
        public void info(Diagnostic info) {}
    }
}
