package org.quantplatform.rest.internal.resources;

/** Request bodies shown in the documentation. */
final class Examples {

    static final String BACKTEST_SHORT =
            """
            {"strategy_id": "momentum_value", "start_date": "2018-01-01", "end_date": "2023-12-31", "initial_capital": 100000000}
            """;

    static final String BACKTEST_LONG =
            """
            {"strategy": {"plugin": "factor-rank",
                          "factors": [{"factor": "momentum", "weight": 1.0, "parameters": {"lookback": 252, "skip": 21}}],
                          "parameters": {"top": 20, "weighting": "equal", "invested": 0.98},
                          "rebalance_frequency": "month_end"},
             "universe": {"market": "US"},
             "start_date": "2016-01-04", "end_date": "2020-12-31", "initial_capital": 1000000, "currency": "USD",
             "execution": {"price": "next_close", "shares": "fractional", "participation": 0.1, "unfilled": "carry"},
             "costs": {"commission_bps": 10, "slippage_bps": 5, "taxes": false,
                       "slippage": {"model": "square_root", "strength": 1.0}},
             "financing": {"cash_rate": 0.02, "allow_short": false, "max_leverage": 1},
             "dividends": {"withholding": 0.15},
             "benchmark": null}
            """;

    static final String SEARCH_GRID =
            """
            {"backtest": {"strategy": {"plugin": "sma-cross"}, "universe": {"market": "US", "tickers": ["SYNUS-COM03"]},
                          "start_date": "2016-01-04", "end_date": "2020-12-31", "costs": {"commission_bps": 10}},
             "space": {"parameters.fast": [5, 10, 20], "parameters.slow": {"from": 30, "to": 200, "step": 10}},
             "constraints": ["fast < slow"], "objective": "sharpe_ratio", "kind": "grid"}
            """;

    static final String SEARCH_WALK_FORWARD =
            """
            {"backtest": {"strategy": {"factors": [{"factor": "momentum", "weight": 1}]}, "universe": {"market": "US"},
                          "start_date": "2016-01-04", "end_date": "2020-12-31"},
             "space": {"parameters.top": [10, 20, 50], "factors[0].parameters.lookback": [126, 252]},
             "kind": "walk_forward",
             "walk_forward": {"scheme": "rolling", "train": {"years": 2}, "test": {"years": 1},
                              "acceptance": {"min_efficiency": 0.5}}}
            """;

    static final String STRATEGY_SHORT =
            """
            {"name": "Momentum Value", "factor_weights": {"momentum": 0.6, "low-volatility": 0.4}, "universe": {"market": "US"}}
            """;

    static final String STRATEGY_LONG =
            """
            {"name": "Calm Momentum", "description": "12-1 momentum, tempered by low volatility", "plugin": "factor-rank",
             "parameters": {"top": 50, "weighting": "equal"},
             "factors": [{"factor": "momentum", "weight": 0.6, "parameters": {"lookback": 252, "skip": 21}},
                         {"factor": "low-volatility", "weight": 0.4, "parameters": {}}],
             "universe": {"market": "US", "sectors": ["Information Technology"], "min_age_days": 365},
             "constraints": {"max_weight": 0.05, "max_sector_weight": 0.3},
             "rebalance_frequency": "month_end"}
            """;

    static final String STRATEGY_NEXT =
            """
            {"name": "Momentum Value", "description": "with a limit for each sector", "plugin": "factor-rank",
             "parameters": {"top": 50, "weighting": "equal"},
             "factors": [{"factor": "momentum", "weight": 0.7, "parameters": {"lookback": 252, "skip": 21}},
                         {"factor": "low-volatility", "weight": 0.3, "parameters": {}}],
             "universe": {"market": "US"}, "constraints": {"max_sector_weight": 0.3}, "rebalance_frequency": "month_end"}
            """;

    static final String ANALYSIS =
            """
            {"factors": [{"factor": "momentum", "parameters": {"lookback": 252, "skip": 21}}],
             "universe": {"market": "US"},
             "start_date": "2016-01-04", "end_date": "2020-12-31", "horizons": [1, 5, 21], "quantiles": 5,
             "outlier_zscore": null, "adjust": "none"}
            """;

    static final String SCORES =
            """
            {"parameters": {"lookback": 252, "skip": 21}, "universe": {"market": "US"}, "start_date": "2020-01-01", "keep": true}
            """;

    static final String EXPRESSION =
            """
            {"name": "calm_trend", "expression": "Slope($close, 60) / $close / Std(Change($close, 1), 60)", "description": "trend by its noise"}
            """;

    static final String IMPORT_OPTIONS =
            """
            {"source": "csv", "market": "US", "exchange": "XNYS", "currency": "USD", "timeframe": "1d", "price_basis": "split",
             "layout": "long", "server_files": ["prices.csv.gz"],
             "columns": {"ticker": "name", "date": "date", "open": "open", "high": "high", "low": "low", "close": "close", "volume": "volume"}}
            """;

    static final String CHECK =
            """
            {"market": "US", "tickers": ["SYNUS-COM03"], "start_date": "2016-01-04", "end_date": "2020-12-31"}
            """;

    static final String CHECK_AGAINST =
            """
            {"market": "US", "start_date": "2024-01-02", "compare": {"sources": ["yfinance"], "instruments": 50, "close_tolerance": 0.01}}
            """;

    static final String SCHEDULE_AFTER_CLOSE =
            """
            {"update": {"market": "KR", "sources": ["kis"]}, "after_close_minutes": 300}""";

    static final String SCHEDULE_CRON =
            """
            {"update": {"market": "US", "sources": ["polygon"]}, "cron": "30 21 * * MON-FRI", "time_zone": "America/New_York"}""";

    static final String UPDATE_MARKET =
            """
            {"market": "US", "sources": ["polygon", "yfinance"], "overlap_days": 5}
            """;

    static final String UPDATE_BACKFILL =
            """
            {"market": "US", "sources": ["polygon"], "mode": "backfill", "tickers": ["AAPL", "MSFT"],
             "start_date": "2019-01-01", "end_date": "2023-12-31"}
            """;

    static final String UPDATE_MINUTES =
            """
            {"market": "US", "sources": ["polygon", "yfinance"], "timeframe": "1m", "overlap_days": 2}
            """;

    static final String IMPORT_DEMO = """
            {"source": "demo"}
            """;

    static final String LOGIN =
            """
            {"username": "ann", "password": "correct horse battery staple"}
            """;

    static final String AWS_LOGIN =
            """
            {"method": "POST", "url": "https://sts.amazonaws.com/",
             "headers": {"Content-Type": "application/x-www-form-urlencoded", "Host": "sts.amazonaws.com",
                         "X-Amz-Date": "20261128T093000Z", "X-Quant-Server-Name": "quant.example.org",
                         "Authorization": "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE00000000/20261128/us-east-1/sts/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-quant-server-name, Signature=9f2c…"},
             "body": "Action=GetCallerIdentity&Version=2011-06-15"}
            """;

    static final String SETUP =
            """
            {"token": "the content of data/setup-token", "username": "ann", "email": "ann@example.org",
             "password": "correct horse battery staple"}
            """;

    static final String API_KEY =
            """
            {"name": "nightly report", "scopes": ["strategy_read", "backtest_read"], "expires_in_days": 90}
            """;

    static final String REFRESH = """
            {"refresh_token": "5d0c9b12…a1.77e2c0f4…1b"}
            """;

    static final String PASSWORD =
            """
            {"current_password": "correct horse battery staple", "new_password": "nine blue kettles sing"}
            """;

    static final String NEW_USER =
            """
            {"username": "bob", "email": "bob@example.org", "role": "analyst"}
            """;

    static final String ROLE = """
            {"role": "analyst"}
            """;

    static final String SECRET = """
            {"value": "the key that the data source gave you"}
            """;

    static final String SHARE_LINK = """
            {"expires_in_days": 7}
            """;

    static final String SHARE_USER = """
            {"username": "bob"}
            """;

    private Examples() {}
}
