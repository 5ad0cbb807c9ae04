package org.quantplatform.engine.figures;

import static org.quantplatform.engine.figures.Figure.Group.COST;
import static org.quantplatform.engine.figures.Figure.Unit.MONEY;
import static org.quantplatform.engine.figures.Figure.named;

import java.util.List;
import org.quantplatform.model.CashFlow;

/** What trading cost, and what positions paid. */
final class CostFigures {

    static final List<Figure<Trading>> ALL = List.of(
            named("total_commission", COST, MONEY, "Commission").as("sum of commissions", "", Trading::commission),
            named("total_tax", COST, MONEY, "Taxes and fees").as("sum of taxes and exchange fees", "", Trading::tax),
            named("total_slippage", COST, MONEY, "Slippage")
                    .as(
                            "sum of |executed price - undisturbed price| * shares",
                            "in the executed prices already",
                            Trading::slippage),
            named("total_costs", COST, MONEY, "Costs")
                    .as("total_commission + total_tax + total_slippage", "", Trading::costs),
            named("total_dividends", COST, MONEY, "Dividends")
                    .as(
                            "sum of gross dividends",
                            "less what short positions paid",
                            t -> t.paid(CashFlow.Kind.DIVIDEND)),
            named("total_withholding", COST, MONEY, "Tax kept back from dividends")
                    .as("sum of withheld tax", "negative", t -> t.paid(CashFlow.Kind.WITHHOLDING)),
            named("total_interest", COST, MONEY, "Interest")
                    .as("sum of interest earned and paid", "", t -> t.paid(CashFlow.Kind.INTEREST)),
            named("total_borrow_fees", COST, MONEY, "Fees for lent shares")
                    .as("sum of fees", "negative", t -> t.paid(CashFlow.Kind.BORROW_FEE)));

    private CostFigures() {}
}
