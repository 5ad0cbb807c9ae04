package org.quantplatform.catalog.internal.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Reads a jar as the framework will, and tells why it is not wholly signed by somebody who is trusted. Nothing of it is run
 * or written anywhere, and no more is read than a plug-in may hold.
 */
final class SignedJar {

    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 512L << 20;
    private static final int END_BYTES = 22;
    private static final int FIRST_ENTRY = 0x504b0304;
    private static final int END = 0x504b0506;
    private static final Pattern OF_THE_SIGNATURE =
            Pattern.compile("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC))", Pattern.CASE_INSENSITIVE);

    private final Signers signers;
    private long bytes;

    private SignedJar(Signers signers) {
        this.signers = signers;
    }

    /** Empty when every file of the jar is signed by one of them. */
    static Optional<String> refusal(Path jar, Signers signers) {
        try {
            Optional<String> shape = wrongShape(jar);
            return shape.isPresent() ? shape : new SignedJar(signers).refusal(jar);
        } catch (IOException | SecurityException | IllegalArgumentException e) {
            return Optional.of("its signature cannot be verified: " + e.getMessage());
        }
    }

    /** Anything before the first entry or behind the last could make it another thing to another reader. */
    private static Optional<String> wrongShape(Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            if (file.length() < END_BYTES || file.readInt() != FIRST_ENTRY) {
                return Optional.of("is not a jar from its first byte on");
            }
            file.seek(file.length() - END_BYTES);
            return file.readInt() == END ? Optional.empty() : Optional.of("has something behind the end of the jar");
        }
    }

    private Optional<String> refusal(Path jar) throws IOException {
        Set<String> names = new HashSet<>();
        boolean anything = false;
        try (JarFile file = new JarFile(jar.toFile(), true, ZipFile.OPEN_READ)) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                String name = entry.getName();
                if (names.size() >= MOST_ENTRIES) {
                    return Optional.of("holds more than " + MOST_ENTRIES + " files");
                }
                if (!names.add(name)) {
                    return Optional.of("holds two files of one name");
                }
                if (climbs(name)) {
                    return Optional.of("holds a file whose name leads out of the jar");
                }
                if (!read(file, entry)) {
                    return Optional.of("unpacks to more than " + (MOST_BYTES >> 20) + " MB");
                }
                if (!entry.isDirectory() && !OF_THE_SIGNATURE.matcher(name).matches()) {
                    anything = true;
                    Optional<String> unsigned = unsigned(entry.getCodeSigners());
                    if (unsigned.isPresent()) {
                        return unsigned;
                    }
                }
            }
        }
        return anything ? Optional.empty() : Optional.of("is empty");
    }

    /** The signature of an entry is known once all of it was read. False when it is too much. */
    private boolean read(JarFile file, JarEntry entry) throws IOException {
        byte[] buffer = new byte[8192];
        try (InputStream in = file.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<String> unsigned(CodeSigner[] signed) {
        if (signed == null || signed.length == 0) {
            return Optional.of("is not signed, or not all of it");
        }
        for (CodeSigner signer : signed) {
            if (signers.trusts(signer)) {
                return Optional.empty();
            }
        }
        return Optional.of("is signed, but by nobody who is trusted");
    }

    private static boolean climbs(String name) {
        return name.isEmpty()
                || name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf(':') >= 0
                || name.indexOf('\0') >= 0
                || Pattern.compile("(^|/)\\.{1,2}(/|$)").matcher(name).find();
    }
}
