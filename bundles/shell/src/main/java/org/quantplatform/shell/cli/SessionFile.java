package org.quantplatform.shell.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quantplatform.api.auth.Login;
import org.quantplatform.json.QuantJson;
import org.quantplatform.shell.input.BadInput;

/** The user's sessions, one for each server, in a file that only the user can read. */
final class SessionFile {

    private final Path file;

    SessionFile(Path folder) {
        this.file = folder.resolve("session.json");
    }

    /** The whole file. */
    record Content(Map<String, Entry> sessions) {}

    /** One session. */
    record Entry(String username, String sessionToken, Instant expiresAt) {

        @Override
        public String toString() {
            return "Entry[" + username + "]";
        }
    }

    /** The token for this server, unless it has expired. */
    Optional<String> token(URI server) {
        return Optional.ofNullable(read().get(server.toString()))
                .filter(entry -> entry.expiresAt().isAfter(Instant.now()))
                .map(Entry::sessionToken);
    }

    void put(URI server, Login login) {
        Map<String, Entry> sessions = read();
        sessions.put(server.toString(), new Entry(login.user().username(), login.sessionToken(), login.expiresAt()));
        write(sessions);
    }

    void remove(URI server) {
        Map<String, Entry> sessions = read();
        if (sessions.remove(server.toString()) != null) {
            write(sessions);
        }
    }

    private Map<String, Entry> read() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            Content content = QuantJson.strict().readValue(Files.readString(file), Content.class);
            return content == null || content.sessions() == null ? new TreeMap<>() : new TreeMap<>(content.sessions());
        } catch (IOException e) {
            throw new BadInput("cannot read " + file + "; remove it and log in again");
        }
    }

    /** Written aside and renamed, so that no half of it is ever read and others can read nothing of it at any moment. */
    private void write(Map<String, Entry> sessions) {
        Path aside = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.createDirectories(file.getParent());
            Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
            Files.deleteIfExists(aside);
            var onlyUser = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = Files.newByteChannel(aside, options, onlyUser)) {
                channel.write(StandardCharsets.UTF_8.encode(QuantJson.write(new Content(sessions)) + "\n"));
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BadInput("cannot write " + file);
        }
    }
}
