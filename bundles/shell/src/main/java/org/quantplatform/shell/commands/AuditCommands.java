package org.quantplatform.shell.commands;

import org.jspecify.annotations.Nullable;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The group {@code audit}. */
public final class AuditCommands {

    private static final Table<AuditRecord> TABLE = Table.of(AuditRecord.class)
            .shown("timestamp", AuditRecord::timestamp, r -> Figures.time(r.timestamp()))
            .text("username", AuditRecord::username)
            .text("action", AuditRecord::action)
            .text("resource", AuditRecord::resource)
            .text("status", AuditRecord::status)
            .text("address", AuditRecord::address);

    private AuditCommands() {}

    /** Latest first. */
    @Command(name = "list", description = "List what was done or refused, the latest first")
    public static final class ListRecords extends QuantCommand {

        @Option(names = "--user", paramLabel = "NAME", description = "Only by this user")
        private @Nullable String username;

        @Option(names = "--action", paramLabel = "NAME", description = "Only this action, such as backtest.submit")
        private @Nullable String action;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().audit().list(new AuditQuery(username, action), page.request()), "records", TABLE);
        }
    }
}
