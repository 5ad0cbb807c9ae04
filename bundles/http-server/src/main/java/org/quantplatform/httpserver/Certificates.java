package org.quantplatform.httpserver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's certificate, from a key store or from two PEM files; when a file changes, new connections use what it holds
 * then. What cannot be used changes nothing.
 */
final class Certificates {

    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    private static final Duration WARN_BEFORE = Duration.ofDays(21);

    private final TlsFiles files;
    private final List<SslContextFactory.Server> factories = new ArrayList<>();
    private final List<ServerConnector> unusable = new ArrayList<>();
    private final String password = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
    private String seen = "";

    Certificates(TlsFiles files) {
        this.files = files;
    }

    /** Before the connector starts. */
    void prepare(ServerConnector connector) {
        SslConnectionFactory tls = connector.getConnectionFactory(SslConnectionFactory.class);
        if (tls == null) {
            return;
        }
        // clients check the name that they call, and rest checks the one that they say; a third list would only be in
        // the way
        HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
        SecureRequestCustomizer customizer = http.getHttpConfiguration().getCustomizer(SecureRequestCustomizer.class);
        if (customizer != null) {
            customizer.setSniHostCheck(false);
        }
        SslContextFactory.Server factory = tls.getSslContextFactory();
        try {
            KeyStore store = load(factory);
            if (files.arePem()) {
                usePem(factory, store);
            }
            factories.add(factory);
            seen = state(factory);
            tellOf(store);
        } catch (IOException | GeneralSecurityException e) {
            LOG.error("HTTPS is not offered, and plain HTTP answers this machine only: {}", e.toString());
            unusable.add(connector);
        }
    }

    /** A connector that cannot start would keep the others from starting. */
    void removeUnusable(Server server) {
        unusable.forEach(server::removeConnector);
        unusable.clear();
    }

    /** To be called now and then by one thread. */
    void followFiles() {
        if (factories.isEmpty()) {
            return;
        }
        String now = state(factories.get(0));
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            for (SslContextFactory.Server factory : factories) {
                KeyStore store = load(factory);
                factory.reload(changed -> {
                    if (files.arePem()) {
                        usePem(factory, store);
                    }
                });
                tellOf(store);
            }
        } catch (Exception e) {
            LOG.error("The changed certificate cannot be used, and the one before stays: {}", e.toString());
        }
    }

    private void usePem(SslContextFactory.Server factory, KeyStore store) {
        factory.setKeyStore(store);
        factory.setKeyStorePassword(password);
        factory.setKeyManagerPassword(password);
    }

    private KeyStore load(SslContextFactory.Server factory) throws IOException, GeneralSecurityException {
        if (files.arePem()) {
            return PemFiles.read(files.certificates(), files.key(), password.toCharArray());
        }
        KeyStore store = KeyStore.getInstance(factory.getKeyStoreType());
        try (InputStream in = Files.newInputStream(keyStore(factory))) {
            String secret = factory.getKeyStorePassword();
            store.load(in, secret == null ? null : secret.toCharArray());
        }
        return store;
    }

    private static Path keyStore(SslContextFactory.Server factory) throws IOException {
        if (factory.getKeyStorePath() == null || factory.getKeyStorePath().isEmpty()) {
            throw new IOException("neither a key store nor PEM files are named; './quant tls self-signed' makes one");
        }
        return factory.getKeyStoreResource().getPath();
    }

    /** Changes with the files. */
    private String state(SslContextFactory.Server factory) {
        try {
            List<Path> paths = files.arePem() ? List.of(files.certificates(), files.key()) : List.of(keyStore(factory));
            StringBuilder state = new StringBuilder();
            for (Path path : paths) {
                state.append(Files.getLastModifiedTime(path)).append(' ').append(Files.size(path));
            }
            return state.toString();
        } catch (IOException e) {
            return seen;
        }
    }

    private static void tellOf(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                Instant end = certificate.getNotAfter().toInstant();
                LOG.info("HTTPS uses the certificate of {} until {}", certificate.getSubjectX500Principal(), end);
                if (Instant.now().plus(WARN_BEFORE).isAfter(end)) {
                    LOG.warn("The certificate of HTTPS ends at {}", end);
                }
            }
        }
    }

    /** Where the PEM files are; both empty for a key store. */
    record TlsFiles(String certificate, String privateKey) {

        static final TlsFiles NONE = new TlsFiles("", "");

        boolean arePem() {
            return Stream.of(certificate, privateKey).anyMatch(file -> !file.isBlank());
        }

        Path certificates() {
            return Path.of(certificate.strip());
        }

        Path key() {
            return Path.of(privateKey.strip());
        }
    }
}
