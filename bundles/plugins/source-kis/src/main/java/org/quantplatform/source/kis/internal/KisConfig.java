package org.quantplatform.source.kis.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Data source KIS (Korea Investment & Securities)")
@interface KisConfig {

    @AttributeDefinition(name = "Kind of account", description = "real or paper; the two have keys of their own")
    String account() default "real";

    @AttributeDefinition(
            name = "Address of the interface, without a path",
            description = "The provider's for the kind of account when left out",
            required = false)
    String address() default "";

    @AttributeDefinition(name = "Address of the lists of instruments, without a path")
    String symbols_address() default "https://new.real.download.dws.co.kr";

    @AttributeDefinition(
            name = "Address of prices of the moment",
            description = "The provider's for the kind of account when left out",
            required = false)
    String feed_address() default "";

    @AttributeDefinition(
            name = "Name of the stored secret that is the app key",
            description = "The source's own name with -key when left out",
            required = false)
    String key_secret() default "";

    @AttributeDefinition(
            name = "Name of the stored secret that is the app secret",
            description = "The source's own name with -secret when left out",
            required = false)
    String secret_secret() default "";

    @AttributeDefinition(name = "Markets, separated by commas: KR, US, HK, JP, CN, VN")
    String markets() default "KR";

    @AttributeDefinition(
            name = "Accounts of Korean companies",
            description = "off, or deadline: the provider tells no day of publication, and the last day that the law"
                    + " allows stands in for it")
    String accounts() default "off";

    @AttributeDefinition(name = "Kind of customer: P for a person, B for a company")
    String customer() default "P";

    @AttributeDefinition(
            name = "Name of the customer at the provider (HTS ID)",
            description = "While prices of the moment are watched, notices of this customer's orders are counted and"
                    + " logged, without account and customer; none when left out",
            required = false)
    String hts_id() default "";

    @AttributeDefinition(
            name = "Requests in a second",
            description = "0 for what the kind of account allows, less a tenth",
            min = "0")
    int requests_per_second() default 0;

    @AttributeDefinition(name = "Keep the token over a restart, encrypted, in data/sources")
    boolean keep_token() default true;
}
