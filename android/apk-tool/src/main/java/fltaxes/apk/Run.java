package fltaxes.apk;

import java.io.IOException;
import java.util.List;

/** Other programs. */
final class Run {
    private Run() {}

    static void command(List<String> command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) throw new IOException(command.get(0) + " " + command.get(1) + " ended with " + code);
    }
}
