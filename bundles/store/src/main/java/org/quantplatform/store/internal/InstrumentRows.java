package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.store.internal.sql.Columns;

/** Rows of instruments and their corporate actions. */
public final class InstrumentRows {

    private InstrumentRows() {}

    /**
     * An instrument with what only the store needs to know of it.
     *
     * @param basis what is in its stated prices already
     */
    public record Known(int id, Instrument instrument, PriceBasis basis) {

        /** False when the stated prices contain it already. A delisting never is in a price. */
        public boolean needs(CorporateAction.Kind kind) {
            return switch (basis) {
                case RAW -> true;
                case SPLIT -> kind != CorporateAction.Kind.SPLIT;
                case FULL -> kind == CorporateAction.Kind.DELISTING || kind == CorporateAction.Kind.SPIN_OFF;
            };
        }
    }

    public static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getInt("id"),
                instrument(row),
                PriceBasis.valueOf(row.getString("price_basis").toUpperCase(Locale.ROOT)));
    }

    public static Instrument instrument(ResultSet row) throws SQLException {
        return new Instrument(
                Market.valueOf(row.getString("market")),
                row.getString("ticker"),
                row.getString("exchange"),
                row.getString("name"),
                AssetType.valueOf(row.getString("asset_type").toUpperCase(Locale.ROOT)),
                row.getString("sector"),
                row.getString("currency"),
                Columns.dateOrNull(row, "listed"),
                Columns.dateOrNull(row, "delisted"),
                row.getBoolean("synthetic"));
    }

    /** From columns ex_date, kind and value. */
    public static CorporateAction action(ResultSet row, Instrument instrument) throws SQLException {
        return new CorporateAction(
                instrument.market(),
                instrument.ticker(),
                Columns.date(row, "ex_date"),
                CorporateAction.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getDouble("value"));
    }
}
