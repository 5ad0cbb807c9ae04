package org.quantplatform.embeddeddb.internal;

import java.io.IOException;

/** The server's two configuration files, written anew at each start. */
final class PostgresConfiguration {

    private PostgresConfiguration() {}

    static void write(PostgresFolder folder, int port, EmbeddedSettings settings) throws IOException {
        PrivateFiles.write(folder.data().resolve("postgresql.conf"), server(folder, port, settings));
        PrivateFiles.write(folder.data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    }

    private static String server(PostgresFolder folder, int port, EmbeddedSettings settings) {
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = %d
                password_encryption = 'scram-sha-256'
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = '%dMB'
                maintenance_work_mem = '128MB'
                max_wal_size = '2GB'
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgres-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_file_mode = 0600
                log_line_prefix = '%%m [%%p] '
                log_timezone = 'UTC'
                timezone = 'UTC'
                datestyle = 'iso, ymd'
                """
                .formatted(
                        port,
                        settings.max_connections(),
                        settings.shared_buffers_mb(),
                        folder.log().toString().replace("'", "''"));
    }
}
