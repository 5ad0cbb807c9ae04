package org.quantplatform.factor.value;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Factor;

/**
 * Book value of equity over the market capitalisation (Fama and French 1992): the cheaper, the higher. No score for a book
 * value that is not positive.
 */
@Plugin(
        id = "book-to-price",
        title = "Book to price",
        tags = {"value", "fundamental"})
@Component(service = Factor.class)
public final class BookToPriceFactor extends AccountFactor {

    private static final Field BOOK_VALUE = Field.of("book_value");

    public BookToPriceFactor() {
        super(BOOK_VALUE, Field.MARKET_CAP);
    }

    @Override
    protected double score(Cell cell, NoParameters none) {
        double book = cell.today(BOOK_VALUE);
        return book > 0 ? ratio(book, cell.today(Field.MARKET_CAP)) : Double.NaN;
    }
}
