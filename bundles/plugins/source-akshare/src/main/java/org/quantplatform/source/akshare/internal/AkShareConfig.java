package org.quantplatform.source.akshare.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Data source AKShare (Eastmoney)")
@interface AkShareConfig {

    @AttributeDefinition(
            name = "Address of an AKTools server, such as http://127.0.0.1:8080",
            description = "Eastmoney itself is asked when left out",
            required = false)
    String tools_address() default "";

    @AttributeDefinition(name = "Address of Eastmoney's histories, without a path")
    String history_address() default "https://push2his.eastmoney.com";

    @AttributeDefinition(name = "Address of Eastmoney's lists, without a path")
    String list_address() default "https://82.push2.eastmoney.com";

    @AttributeDefinition(name = "Address of Eastmoney's accounts, without a path")
    String accounts_address() default "https://datacenter.eastmoney.com";

    @AttributeDefinition(name = "Address of Eastmoney's events, without a path")
    String events_address() default "https://datacenter-web.eastmoney.com";

    @AttributeDefinition(
            name = "Requests in a minute, 0 for no limit",
            description = "Who asks more often than about once a second is shut out for hours or days",
            min = "0")
    int requests_per_minute() default 50;
}
