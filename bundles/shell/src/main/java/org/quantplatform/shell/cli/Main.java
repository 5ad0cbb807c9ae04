package org.quantplatform.shell.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.quantplatform.shell.CommandTree;
import org.quantplatform.shell.Globals;
import picocli.CommandLine;

/** The program {@code quant}: the commands over HTTP. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int code = run(args, System.getenv(), out, err);
        System.exit(code);
    }

    /**
     * @param environment where {@code QUANT_URL}, {@code QUANT_PLATFORM_TOKEN}, {@code NO_COLOR} and such stand
     */
    static int run(String[] args, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        Globals globals = new Globals();
        RemoteHost host = new RemoteHost(globals, environment, err);
        CommandLine tree = CommandTree.of(host, globals);
        tree.setOut(out);
        tree.setErr(err);
        int code = tree.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        // the terminal's own encoding is not asked: Java takes a plain locale for ASCII and would lose every block
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}
