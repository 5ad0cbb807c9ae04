package org.quantplatform.market.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What may be set about imports; read from {@code etc/org.quantplatform.market.cfg}. */
@ObjectClassDefinition(name = "Market data")
@interface MarketSettings {

    @AttributeDefinition(
            description = "Folder of files that may be imported by name, absolute or below the data folder")
    String import_folder() default "import";

    @AttributeDefinition(description = "Files in one import")
    int max_files() default 100;

    @AttributeDefinition(description = "Size of one file, in MB")
    int max_file_mb() default 512;

    @AttributeDefinition(description = "Size of all files of one import together, in MB")
    int max_total_mb() default 2048;

    @AttributeDefinition(description = "Size of all files of one import together after decompression, in MB")
    int max_inflated_mb() default 8192;

    @AttributeDefinition(description = "Files in one zip")
    int max_zip_entries() default 1000;

    @AttributeDefinition(description = "Sources of Korean bars, with commas, in the order in which they are asked")
    String sources_kr() default "";

    @AttributeDefinition(description = "Sources of United States bars")
    String sources_us() default "";

    @AttributeDefinition(description = "Sources of Chinese bars")
    String sources_cn() default "";

    @AttributeDefinition(description = "Sources of Hong Kong bars")
    String sources_hk() default "";

    @AttributeDefinition(description = "Sources of Japanese bars")
    String sources_jp() default "";

    @AttributeDefinition(description = "Sources of Vietnamese bars")
    String sources_vn() default "";

    @AttributeDefinition(description = "Sources of exchange rates")
    String sources_fx() default "";
}
