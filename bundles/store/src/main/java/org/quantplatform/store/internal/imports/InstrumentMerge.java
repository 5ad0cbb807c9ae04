package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.Optional;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.sql.Session;

/** Adds unknown instruments and updates known ones; what they were before is kept. */
final class InstrumentMerge {

    /** What is not stated now stays as it was; the price basis is that of the latest bars. */
    private static final String WANTED =
            """
            create temp table wanted_instruments on commit drop as
            select n.no, i.id,
                   case when n.named or i.id is null then n.exchange else i.exchange end as exchange,
                   case when n.named or i.id is null then n.name else i.name end as name,
                   case when n.named or i.id is null then n.asset_type else i.asset_type end as asset_type,
                   coalesce(n.sector, i.sector) as sector,
                   case when n.named or i.id is null then n.currency else i.currency end as currency,
                   coalesce(n.listed, i.listed) as listed,
                   coalesce(n.delisted, i.delisted) as delisted,
                   case when n.named or i.id is null then n.synthetic else i.synthetic end as synthetic,
                   case when n.named or i.id is null then ?::text else i.source end as source,
                   case when n.has_bars or i.id is null then ?::text else i.price_basis end as price_basis
            from staged_names n left join instruments i on i.market = n.market and i.ticker = n.ticker""";

    private static final String DIFFERS =
            """
            w.id = i.id
              and (i.exchange, i.name, i.asset_type, i.sector, i.currency, i.listed, i.delisted, i.synthetic, i.source,
                   i.price_basis)
              is distinct from (w.exchange, w.name, w.asset_type, w.sector, w.currency, w.listed, w.delisted,
                   w.synthetic, w.source, w.price_basis)""";

    private static final String ADDED =
            """
            market, ticker, exchange, name, asset_type, sector, currency, listed, delisted, synthetic, source,
                price_basis, import_id)
            select %s n.market, n.ticker, w.exchange, w.name, w.asset_type, w.sector, w.currency, w.listed,
                   w.delisted, w.synthetic, w.source, w.price_basis, ?
            from wanted_instruments w join staged_names n using (no)
            where w.id is null and n.direct_id is %s null order by n.no""";

    private static final String ADD = "insert into instruments (" + ADDED.formatted("", "");

    /** Of which bars are stored already, under the number that was taken for them. */
    private static final String ADD_DIRECT = "insert into instruments (id, " + ADDED.formatted("n.direct_id,", "not");

    private InstrumentMerge() {}

    /** @return instruments that are new or changed */
    static long run(Session session, Origin origin, long snapshot) throws SQLException {
        session.update(WANTED, origin.source(), origin.basisCode());
        refuseMixedBasis(session, origin, snapshot);
        session.update(
                "insert into instrument_revisions select i.*, ? from instruments i, wanted_instruments w where "
                        + DIFFERS,
                snapshot);
        long changed = session.update(
                """
                update instruments i
                set exchange = w.exchange, name = w.name, asset_type = w.asset_type, sector = w.sector,
                    currency = w.currency, listed = w.listed, delisted = w.delisted, synthetic = w.synthetic,
                    source = w.source, price_basis = w.price_basis, import_id = ?
                from wanted_instruments w where\s"""
                        + DIFFERS,
                snapshot);
        long added = session.update(ADD_DIRECT, snapshot) + session.update(ADD, snapshot);
        session.execute(
                """
                update staged_names n set instrument_id = i.id from instruments i
                where i.market = n.market and i.ticker = n.ticker""");
        return changed + added;
    }

    /** Splits would be applied twice to a part of the bars, or not at all. */
    private static void refuseMixedBasis(Session session, Origin origin, long snapshot) throws SQLException {
        Optional<String> mixed = session.first(
                """
                select i.ticker || ' is stored with ' || i.price_basis as mixed
                from instruments i join wanted_instruments w on w.id = i.id
                where i.price_basis <> w.price_basis
                  and exists (select 1 from daily_bars b
                              where b.market = i.market and b.instrument_id = i.id and b.import_id <> ?)
                order by i.ticker limit 1""",
                row -> row.getString("mixed"),
                (int) snapshot);
        if (mixed.isPresent()) {
            throw QuantException.of(
                    ErrorCode.UNPROCESSABLE,
                    mixed.get() + " prices, this import states " + origin.basisCode()
                            + " ones; all bars of an instrument need the same price_basis");
        }
    }
}
