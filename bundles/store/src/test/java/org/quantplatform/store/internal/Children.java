package org.quantplatform.store.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** Processes of their own that work on a test's database, so that they can be killed. */
public final class Children {

    private Children() {}

    /** Runs a class; port and name of the database are the first of its arguments. */
    public static Process start(Class<?> main, PGSimpleDataSource source, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                String.valueOf(source.getPortNumbers()[0]),
                String.valueOf(source.getDatabaseName())));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The database that the arguments of a child name. */
    public static PGSimpleDataSource source(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {Integer.parseInt(arguments[0])});
        source.setDatabaseName(arguments[1]);
        source.setUser("quant");
        return source;
    }
}
