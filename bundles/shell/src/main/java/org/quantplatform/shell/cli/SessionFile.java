package org.quantplatform.shell.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.SessionLogin;
import org.quantplatform.api.auth.TokenLogin;
import org.quantplatform.client.ClientSettings.Token;
import org.quantplatform.json.QuantJson;
import org.quantplatform.shell.input.BadInput;

/** The user's sessions, one for each server, encrypted in a file that only the user can read. */
final class SessionFile {

    private final Path file;

    private final FileCipher cipher;

    SessionFile(Path folder) {
        this(folder, "");
    }

    /** @param passphrase without which the file tells nothing; empty for none */
    SessionFile(Path folder, String passphrase) {
        this.file = folder.resolve("session.json");
        this.cipher = new FileCipher(folder.resolve("session.key"), passphrase);
    }

    /** The whole file. */
    record Content(Map<String, Entry> sessions) {}

    /**
     * One session: with a token of its own, or with an access token that the refresh token renews.
     *
     * @param expiresAt of the session token or the access token
     */
    record Entry(
            String username,
            @Nullable String sessionToken,
            @Nullable String accessToken,
            @Nullable String refreshToken,
            Instant expiresAt) {

        static Entry of(Login login) {
            String username = login.user().username();
            if (login instanceof TokenLogin tokens) {
                return new Entry(username, null, tokens.accessToken(), tokens.refreshToken(), login.expiresAt());
            }
            return new Entry(username, ((SessionLogin) login).sessionToken(), null, null, login.expiresAt());
        }

        Optional<Token> token() {
            return Optional.ofNullable(accessToken).map(Token::bearer).or(() -> Optional.ofNullable(sessionToken)
                    .map(Token::session));
        }

        @Override
        public String toString() {
            return "Entry[" + username + "]";
        }
    }

    /** The token for this server, unless it has expired and nothing renews it. */
    Optional<Token> token(URI server) {
        return entry(server)
                .filter(entry ->
                        entry.refreshToken() != null || entry.expiresAt().isAfter(Instant.now()))
                .flatMap(Entry::token);
    }

    Optional<Entry> entry(URI server) {
        return Optional.ofNullable(read().get(server.toString()));
    }

    void put(URI server, Login login) {
        Map<String, Entry> sessions = read();
        sessions.put(server.toString(), Entry.of(login));
        write(sessions);
    }

    /** Does what must not be done by two programs at once, such as using a token that counts once. */
    <T> T alone(Supplier<T> work) {
        Path lock = file.resolveSibling("session.lock");
        makeFolder();
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // until the channel is closed
            return work.get();
        } catch (IOException e) {
            throw new BadInput("cannot lock " + lock);
        }
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
            String text = Files.readString(file);
            String plain = FileCipher.isEncrypted(text) ? cipher.decrypt(text) : text;
            Content content = QuantJson.strict().readValue(plain, Content.class);
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
            makeFolder();
            Files.deleteIfExists(aside);
            var onlyUser = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = Files.newByteChannel(aside, options, onlyUser)) {
                channel.write(
                        StandardCharsets.UTF_8.encode(cipher.encrypt(QuantJson.write(new Content(sessions))) + "\n"));
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BadInput("cannot write " + file);
        }
    }

    private void makeFolder() {
        Path folder = file.getParent();
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new BadInput("cannot make " + folder);
        }
    }
}
