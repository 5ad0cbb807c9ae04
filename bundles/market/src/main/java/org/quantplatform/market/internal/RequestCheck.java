package org.quantplatform.market.internal;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.model.FieldError;
import org.quantplatform.spi.data.Capabilities;

/** Finds everything that is wrong with an import request, apart from its files. */
final class RequestCheck {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "bars", List.of("ticker", "date", "open", "high", "low", "close", "volume"),
            "actions", List.of("ticker", "date", "kind", "value", "new_ticker"),
            "index", List.of("index", "ticker", "from", "to"));

    private static final String ITEM = "[a-z][a-z0-9_]{0,47}";
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> FIELDS = Set.of("open", "high", "low", "close", "volume");
    private static final int MAX_OPTIONS = 50;
    private static final int MAX_TEXT = 256;

    private final ImportRequest request;
    private final List<FieldError> errors = new ArrayList<>();

    private RequestCheck(ImportRequest request) {
        this.request = request;
    }

    /** @param source null when it is not known, which has been said elsewhere */
    static List<FieldError> errors(ImportRequest request, @Nullable Capabilities source) {
        RequestCheck check = new RequestCheck(request);
        check.plainFields();
        check.columns();
        check.options();
        if (source != null) {
            check.market(source);
            check.layout(source);
        }
        return check.errors;
    }

    /** Of options alone. */
    static List<FieldError> optionErrors(@Nullable Map<String, String> options) {
        RequestCheck check = new RequestCheck(
                new ImportRequest(null, null, null, null, null, null, null, null, null, options, null));
        check.options();
        return check.errors;
    }

    private void plainFields() {
        matches("exchange", request.exchange(), "[A-Z][A-Z0-9]{2,3}", "must be an ISO 10383 code such as XNYS");
        if (request.currency() != null && !CURRENCIES.contains(request.currency())) {
            error("currency", "must be an ISO 4217 code such as USD");
        }
        matches("timeframe", request.timeframe(), "1d", "must be 1d");
        matches("layout", request.layout(), "long|wide", "must be long or wide");
        String field = request.field();
        if (field != null && !FIELDS.contains(field)) {
            error("field", "must be one of open, high, low, close, volume");
        } else if (field != null && !"wide".equals(request.layout())) {
            error("field", "belongs to layout wide only");
        } else if (field != null && fundamentals()) {
            error("field", "belongs to bars only");
        }
    }

    private void columns() {
        Map<String, String> columns = request.columns();
        if (columns == null) {
            return;
        }
        String kind = kind();
        for (Map.Entry<String, String> column : columns.entrySet()) {
            String path = "columns." + shortened(column.getKey());
            if (kind.equals("fundamentals") && !column.getKey().matches(ITEM)) {
                error(path, "must be ticker, item, period_end, published, value or the name of an item");
            } else if (!kind.equals("fundamentals") && !known(kind).contains(column.getKey())) {
                error(path, "unknown column; there are " + String.join(", ", known(kind)));
            } else {
                text(path, column.getValue());
            }
        }
    }

    private static List<String> known(String kind) {
        return COLUMNS.getOrDefault(kind, COLUMNS.get("bars"));
    }

    private String kind() {
        Map<String, String> options = request.options();
        return options == null ? "bars" : options.getOrDefault("kind", "bars");
    }

    /** The one kind of rows whose columns are not known before. */
    private boolean fundamentals() {
        return kind().equals("fundamentals");
    }

    private void options() {
        Map<String, String> options = request.options();
        if (options == null) {
            return;
        }
        if (options.size() > MAX_OPTIONS) {
            error("options", "must be at most " + MAX_OPTIONS);
            return;
        }
        for (Map.Entry<String, String> option : options.entrySet()) {
            String path = "options." + shortened(option.getKey());
            if (option.getValue() == null) {
                error(path, "must be a text");
            } else if (option.getKey().matches("[a-z][a-z0-9_.]{0,62}")) {
                text(path, option.getValue());
            } else {
                error(path, "must be a lower-case name");
            }
        }
    }

    private void market(Capabilities source) {
        if (request.market() == null && source.readsFiles()) {
            error("market", "is needed: files hold bars of one market");
        } else if (request.market() != null && !source.markets().contains(request.market())) {
            error("market", "source '" + StoredImport.sourceOf(request) + "' has no data of " + request.market());
        }
    }

    private void layout(Capabilities source) {
        if (source.readsFiles()) {
            return;
        }
        absent("layout", request.layout());
        absent("field", request.field());
        absent("columns", request.columns());
        absent("exchange", request.exchange());
        absent("currency", request.currency());
        absent("price_basis", request.priceBasis());
    }

    private void absent(String path, @Nullable Object value) {
        if (value != null) {
            error(path, "source '" + StoredImport.sourceOf(request) + "' reads no files");
        }
    }

    private void matches(String path, @Nullable String value, String pattern, String message) {
        if (value != null && !value.matches(pattern)) {
            error(path, message);
        }
    }

    private void text(String path, @Nullable String value) {
        if (value == null || value.isEmpty() || value.length() > MAX_TEXT) {
            error(path, "must have 1 to " + MAX_TEXT + " characters");
        } else if (value.indexOf('\0') >= 0) {
            error(path, "must not hold a null character");
        }
    }

    private void error(String path, String message) {
        errors.add(new FieldError(path, message));
    }

    private static String shortened(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64);
    }
}
