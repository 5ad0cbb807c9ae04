package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.core.data.ImportStore.Judged;
import org.quantplatform.core.data.ImportStore.Writer;
import org.quantplatform.core.data.RowWriter.Fact;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Rename;
import org.quantplatform.store.internal.sql.BarStorage;
import org.quantplatform.store.internal.sql.CopyWriter;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Failures;
import org.quantplatform.store.internal.sql.Transaction;

/** Stages the rows of an import in one transaction, or copies bars to where they stay; the merge ends it. */
public final class StagedImport implements Writer {

    /** Corrections of old bars are few or whole histories; TimescaleDB's limit guards against updates by mistake. */
    private static final String CORRECT_COMPRESSED =
            "set local timescaledb.max_tuples_decompressed_per_dml_transaction = 0";

    private final Database database;
    private final Origin origin;
    private final Ledger ledger;
    private final Transaction transaction;
    private final Staging staging;
    private final DirectBars direct;
    private final StagedNames names = new StagedNames();
    private boolean countedActions;
    private boolean closed;

    private StagedImport(Book book, Transaction transaction, boolean direct) throws SQLException {
        this.database = book.database;
        this.origin = book.origin;
        this.ledger = book.ledger;
        this.transaction = transaction;
        this.staging = new Staging(transaction.session());
        this.direct = direct
                ? new DirectBars(transaction.session(), staging, Snapshots.next(transaction.session()))
                : DirectBars.none(transaction.session(), staging);
    }

    private record Book(Database database, Origin origin, Ledger ledger) {}

    public static StagedImport begin(Database database, Origin origin, Ledger ledger) {
        return begin(new Book(database, origin, ledger), false);
    }

    /** Nobody else can store anything until it ends; where somebody does now, it is staged as any other. */
    static StagedImport beginDirect(Database database, Origin origin, Ledger ledger) {
        // a hypertable takes no rows behind its view, and those of compressed chunks must be merged
        return begin(new Book(database, origin, ledger), database.bars() == BarStorage.PARTITIONED);
    }

    private static StagedImport begin(Book book, boolean direct) {
        Transaction transaction = book.database.begin();
        try {
            if (book.database.bars() == BarStorage.HYPERTABLE) {
                transaction.session().execute(CORRECT_COMPRESSED);
            }
            return new StagedImport(book, transaction, direct && Snapshots.tryLock(transaction.session()));
        } catch (SQLException e) {
            transaction.close();
            throw Failures.explain(e);
        }
    }

    @Override
    public void instrument(Instrument instrument) {
        names.describe(instrument);
    }

    @Override
    public void bar(Row row) {
        int number = names.bar(row.market(), row.ticker(), row.epochDay());
        if (isDirect(number, row)) {
            return;
        }
        stage(Staging.Table.BARS, 10, copy -> copy.number(number)
                .date(row.epochDay())
                .number(row.open())
                .number(row.high())
                .number(row.low())
                .number(row.close())
                .number(row.volume())
                .text(row.flag() == null ? "" : row.flag())
                .number(row.file())
                .number(row.line()));
    }

    @Override
    public void minute(Minute minute) {
        int number = names.number(minute.market(), minute.ticker());
        stage(Staging.Table.MINUTES, 8, copy -> copy.number(number)
                .time(minute.epochSecond())
                .number(minute.open())
                .number(minute.high())
                .number(minute.low())
                .number(minute.close())
                .number(minute.volume())
                .text(minute.flag() == null ? "" : minute.flag()));
    }

    @Override
    public void action(long line, CorporateAction action) {
        countedActions |= line > 0;
        int number = names.number(action.market(), action.ticker());
        stage(Staging.Table.ACTIONS, 4, copy -> copy.number(number)
                .date(action.exDate())
                .text(action.kind().name().toLowerCase(Locale.ROOT))
                .number(action.value()));
    }

    @Override
    public void rename(Rename rename) {
        stage(Staging.Table.RENAMES, 4, copy -> copy.text(rename.market().name())
                .text(rename.ticker())
                .text(rename.newTicker())
                .date(rename.date()));
    }

    @Override
    public void member(IndexMember member) {
        stage(Staging.Table.MEMBERS, 5, copy -> copy.text(member.market().name())
                .text(member.index())
                .text(member.ticker())
                .date(member.from())
                .date(member.to()));
    }

    @Override
    public void fundamental(Fact fact) {
        Fundamental fundamental = fact.fundamental();
        int number = names.number(fundamental.market(), fundamental.ticker());
        stage(Staging.Table.FUNDAMENTALS, 7, copy -> copy.number(number)
                .text(fundamental.item())
                .date(fundamental.periodEnd())
                .date(fundamental.published())
                .number(fundamental.value())
                .number(fact.file())
                .number(fact.line()));
    }

    @Override
    public ImportReport commit(Judged judged) {
        merge(judged);
        Optional<ImportReport> report = database.read(session -> ReportRows.find(session, origin.importId()));
        return report.orElseThrow(() -> QuantException.notFound("import", origin.importId()));
    }

    /** As {@link #commit}, for what is booked elsewhere. */
    public void merge(Judged judged) {
        try {
            staging.finish();
            Merge merge = new Merge(transaction.session(), origin, new Merge.Staged(names, direct), ledger);
            if (merge.run(judged, countedActions)) {
                transaction.commit();
            }
        } catch (SQLException e) {
            close();
            throw Failures.explain(e);
        }
        close();
    }

    private boolean isDirect(int number, Row row) {
        try {
            return direct.take(number, row);
        } catch (SQLException e) {
            close();
            throw Failures.explain(e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            transaction.close();
        }
    }

    @FunctionalInterface
    private interface Fields {

        void write(CopyWriter copy) throws SQLException;
    }

    private void stage(Staging.Table table, int fields, Fields row) {
        try {
            row.write(staging.row(table, fields));
        } catch (SQLException e) {
            close();
            throw Failures.explain(e);
        }
    }
}
