package org.quantplatform.source.yfinance.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Data source yfinance (Yahoo Finance)")
@interface YahooConfig {

    @AttributeDefinition(name = "Address of charts and quotes, without a path")
    String address() default "https://query2.finance.yahoo.com";

    @AttributeDefinition(name = "Address of the crumb, without a path")
    String crumb_address() default "https://query1.finance.yahoo.com";

    @AttributeDefinition(name = "Address that hands out the cookie")
    String cookie_address() default "https://fc.yahoo.com";

    @AttributeDefinition(name = "Address of prices of the moment")
    String feed_address() default "wss://streamer.finance.yahoo.com/?version=2";

    @AttributeDefinition(name = "Requests in a minute, 0 for no limit", min = "0")
    int requests_per_minute() default 40;
}
