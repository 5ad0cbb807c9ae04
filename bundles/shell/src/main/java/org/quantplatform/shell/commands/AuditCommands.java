package org.quantplatform.shell.commands;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.audit.AuditVerification;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.input.BadInput;
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
            .text("address", AuditRecord::address)
            .number("count", AuditRecord::count, r -> String.valueOf(r.count()));

    private AuditCommands() {}

    /** Latest first. */
    @Command(name = "list", description = "List what was done or refused, the latest first")
    public static final class ListRecords extends QuantCommand {

        @Option(names = "--user", paramLabel = "NAME", description = "Only by this user")
        private @Nullable String username;

        @Option(names = "--action", paramLabel = "NAME", description = "Only this action, such as backtest.submit")
        private @Nullable String action;

        @Option(names = "--resource", paramLabel = "ID", description = "Only what was done to this")
        private @Nullable String resource;

        @Option(names = "--status", paramLabel = "STATUS", description = "Only ok, denied or failed")
        private @Nullable String status;

        @Option(names = "--address", paramLabel = "ADDRESS", description = "Only from this address")
        private @Nullable String address;

        @Option(names = "--from", paramLabel = "TIME", description = "Since this day or time, in UTC")
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "TIME", description = "Before this day or time, in UTC")
        private @Nullable String to;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            AuditQuery query =
                    new AuditQuery(username, action, resource, status, address, time("--from", from), time("--to", to));
            return list(session().audit().list(query, page.request()), "records", TABLE);
        }

        private static @Nullable Instant time(String option, @Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new BadInput(option + " must be a day such as 2026-01-31 or a time such as 2026-01-31T12:00:00Z");
            }
        }
    }

    /** Fails when a record is not as it was written. */
    @Command(
            name = "verify",
            description = "Read the whole log and find the first record that was changed or is missing")
    public static final class Verify extends QuantCommand {

        @Option(
                names = "--anchor",
                paramLabel = "ID:HASH",
                description = "Place and hash that an earlier verification told; the record there must be the same")
        private @Nullable String anchor;

        @Override
        int run() {
            AuditVerification verified = session().audit().verify(anchor);
            if (!printed(verified)) {
                tell(verified);
            }
            return verified.intact() ? ExitCode.DONE : ExitCode.FAILED;
        }

        private void tell(AuditVerification verified) {
            AuditVerification.Broken broken = verified.broken();
            if (broken != null) {
                screen().line("BROKEN at record " + broken.id() + ": " + broken.reason());
            }
            if (verified.records() > 0) {
                screen().line("%d records are intact, from %d to %d"
                        .formatted(verified.records(), verified.firstId(), verified.lastId()));
                screen().line("anchor " + verified.lastId() + ":" + verified.lastHash());
            }
        }
    }
}
