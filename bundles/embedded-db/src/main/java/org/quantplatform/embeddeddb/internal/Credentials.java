package org.quantplatform.embeddeddb.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The two passwords of the embedded server, made at first start and kept in a file for the owner alone. */
record Credentials(String superuser, String application) {

    static final String SUPERUSER = "postgres";
    static final String APPLICATION = "quant";

    static Credentials loadOrCreate(Path file, boolean hasData) throws IOException {
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            return new Credentials(value(lines, SUPERUSER, file), value(lines, APPLICATION, file));
        }
        if (hasData) {
            throw new RefusedException("The embedded database has data but " + file
                    + " is missing; put the file back (it holds the passwords of that data).");
        }
        var random = new SecureRandom();
        var made = new Credentials(password(random), password(random));
        PrivateFiles.write(file, SUPERUSER + "=" + made.superuser + "\n" + APPLICATION + "=" + made.application + "\n");
        return made;
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String value(List<String> lines, String user, Path file) throws IOException {
        return lines.stream()
                .filter(line -> line.startsWith(user + "="))
                .map(line -> line.substring(user.length() + 1))
                .findFirst()
                .orElseThrow(() -> new RefusedException(file + " names no password of " + user + "."));
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
