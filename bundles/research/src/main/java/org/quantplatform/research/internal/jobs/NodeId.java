package org.quantplatform.research.internal.jobs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.osgi.framework.BundleContext;

/** A name of this server that outlives it, so that after a crash it knows which jobs were its own. */
final class NodeId {

    private NodeId() {}

    static String of(BundleContext context) {
        File file = context.getDataFile("node-id");
        return file == null ? UUID.randomUUID().toString() : stored(file.toPath());
    }

    private static String stored(Path file) {
        try {
            if (Files.exists(file)) {
                String known = Files.readString(file).strip();
                if (known.length() == 36) {
                    return known;
                }
            }
            String id = UUID.randomUUID().toString();
            Files.writeString(file, id);
            return id;
        } catch (IOException e) {
            return UUID.randomUUID().toString();
        }
    }
}
