package org.quantplatform.store.internal.panels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.threads.Daemon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of panels, bounded by its size; what was not used for longest goes first. Files are written by a thread of
 * its own and appear whole or not at all. Trouble with the folder costs time, never a panel.
 */
final class PanelDisk implements AutoCloseable {

    static final String ENDING = ".panel";

    private static final Logger LOG = LoggerFactory.getLogger(PanelDisk.class);
    private static final String UNFINISHED = ".unfinished";
    private static final long CLOSING_SECONDS = 5;

    /** A panel that waits is held in memory, beside the bounded cache; one that is dropped costs another read. */
    private static final int MOST_WAITING = 2;

    private final Path folder;
    private final long maxBytes;
    private final Clock clock;
    private final ExecutorService writer;

    PanelDisk(Path folder, long maxBytes, Clock clock) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
        this.writer = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Daemon.threads("panel-writer"),
                new ThreadPoolExecutor.DiscardOldestPolicy());
    }

    private record Stored(Path path, long bytes, FileTime used) {}

    Optional<MarketPanel> read(PanelKey key) {
        Path path = folder.resolve(key.fileName());
        if (maxBytes == 0 || !Files.exists(path)) {
            return Optional.empty();
        }
        try {
            MarketPanel panel = PanelFile.read(path, key.fileName());
            Files.setLastModifiedTime(path, FileTime.from(clock.instant()));
            return Optional.of(panel);
        } catch (IOException e) {
            LOG.warn("the panel {} is read from the database again: {}", path, e.getMessage());
            delete(path);
            return Optional.empty();
        }
    }

    /** Returns before it is written; where the disk is too slow for all, the latest are. */
    void write(PanelKey key, MarketPanel panel) {
        if (maxBytes > 0) {
            writer.execute(() -> writeNow(key.fileName(), panel));
        }
    }

    /** Waits for what is being written. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeNow(String name, MarketPanel panel) {
        Path unfinished = folder.resolve(name + UNFINISHED);
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(unfinished);
            PanelFile.write(unfinished, name, panel);
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
            makeRoom();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the panel cache in {} could not be written: {}", folder, e.toString());
            delete(unfinished);
        }
    }

    private void syncFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void makeRoom() throws IOException {
        List<Stored> files = files();
        long total = files.stream().mapToLong(Stored::bytes).sum();
        for (Stored file : files) {
            if (total <= maxBytes) {
                return;
            }
            delete(file.path());
            total -= file.bytes();
        }
    }

    /** What was not used for longest comes first; what an interrupted writer left counts too. */
    private List<Stored> files() throws IOException {
        List<Stored> files = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(folder, "*{" + ENDING + "," + ENDING + UNFINISHED + "}")) {
            for (Path path : found) {
                try {
                    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                    files.add(new Stored(path, attributes.size(), attributes.lastModifiedTime()));
                } catch (NoSuchFileException e) {
                    LOG.debug("{} has just gone", path);
                }
            }
        }
        files.sort(Comparator.comparing(Stored::used));
        return files;
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted: {}", path, e.toString());
        }
    }
}
