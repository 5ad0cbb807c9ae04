package org.quantplatform.auth.jwt;

import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Private keys as JSON Web Keys, one in a file {@code MILLIS-ID.jwk} that only the server's owner can read. */
final class KeyFiles {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFiles.class);
    private static final Pattern NAME = Pattern.compile("([0-9]{1,15})-([A-Za-z0-9_-]{1,64})\\.jwk");

    private final Path folder;

    KeyFiles(Path folder) {
        this.folder = folder;
    }

    /** Oldest first; a file that holds no key is passed over and told in the log. */
    List<SigningKey> read() {
        try (Stream<Path> files = Files.list(folder)) {
            List<SigningKey> keys = new ArrayList<>();
            for (Path file : files.toList()) {
                read(file).ifPresent(keys::add);
            }
            keys.sort(Comparator.comparing(SigningKey::made).thenComparing(SigningKey::id));
            return List.copyOf(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Optional<SigningKey> read(Path file) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            JWK key = JWK.parse(Files.readString(file, StandardCharsets.US_ASCII));
            Instant made = Instant.ofEpochMilli(Long.parseLong(name.group(1)));
            return Optional.of(new SigningKey(key, Algorithm.of(String.valueOf(key.getAlgorithm())), made));
        } catch (ParseException | IllegalArgumentException e) {
            LOG.warn("{} holds no key of the auth mode jwt", file); // the cause may quote the file
            return Optional.empty();
        }
    }

    /** Written aside and renamed, so that no half of it is ever read. */
    void write(SigningKey key) {
        Path file = file(key);
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            Files.deleteIfExists(aside);
            try (var channel = Files.newByteChannel(aside, options, onlyOwner)) {
                channel.write(StandardCharsets.US_ASCII.encode(key.jwk().toJSONString()));
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    void remove(SigningKey key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file(key), e);
        }
    }

    private Path file(SigningKey key) {
        return folder.resolve(key.made().toEpochMilli() + "-" + key.id() + ".jwk");
    }
}
