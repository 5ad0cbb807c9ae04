package org.quantplatform.store.internal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file beside the database that says now and then where the chain stood, one {@code <id> <hash>} a line: who writes the
 * whole chain anew, or cuts its end off, has to know and change this one, too.
 */
final class Anchors {

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Path file;
    private final Clock clock;
    private @Nullable Instant noted;

    Anchors(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Notes the end of the chain, unless that was done shortly before. */
    void note(Link link) {
        Instant now = clock.instant();
        if (noted != null && noted.plus(EVERY).isAfter(now)) {
            return;
        }
        noted = now;
        try {
            Files.writeString(
                    file,
                    link.id() + " " + link.hex() + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", file, e.toString());
        }
    }

    /** In order of place; a line that a crash cut off is left out. */
    List<Link> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Link> links = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                if (line.matches("[0-9]{1,18} [0-9a-f]{64}")) {
                    String[] parts = line.split(" ");
                    links.add(new Link(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1])));
                }
            }
            return links;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
