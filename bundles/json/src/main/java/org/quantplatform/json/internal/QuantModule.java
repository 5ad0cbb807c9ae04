package org.quantplatform.json.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.type.CollectionType;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.SessionLogin;
import org.quantplatform.api.auth.TokenLogin;
import org.quantplatform.api.backtests.Benchmark;
import org.quantplatform.api.plugins.PluginParameter;
import org.quantplatform.api.searches.Dimension;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Quality;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.Universe;

/** Registers the forms that differ from Jackson's own: lower-case enums, null for NaN, short forms of small types. */
public final class QuantModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public QuantModule() {
        super("quant");
        addSerializer(Double.class, new Numbers.FiniteOrNull());
        addSerializer(Double.TYPE, new Numbers.FiniteOrNull());
        addSerializer(double[].class, new Numbers.FiniteArray());
        addDeserializer(Double.TYPE, new Numbers.PrimitiveOrNaN());
        addDeserializer(double[].class, new Numbers.ArrayOrNaN());
        addSerializer(Rebalance.class, new ShortForms.WriteRebalance());
        addDeserializer(Rebalance.class, new ShortForms.ReadRebalance());
        addSerializer(Benchmark.class, new ShortForms.WriteBenchmark());
        addDeserializer(Benchmark.class, new ShortForms.ReadBenchmark());
        addSerializer(Dimension.class, new SearchForms.WriteDimension());
        addDeserializer(Dimension.class, new SearchForms.ReadDimension());
        addSerializer(Field.class, new ShortForms.WriteField());
        addDeserializer(Field.class, new ShortForms.ReadField());
        addDeserializer(LocalDate.class, new ShortForms.ReadDate());
        setMixInAnnotation(PluginParameter.class, DefaultName.class);
        setMixInAnnotation(Login.class, LoginByItsTokens.class);
        setMixInAnnotation(Universe.class, QualityWhenAsked.class);
        setSerializerModifier(new OwnForms());
    }

    /** {@code default} is a word of the language, so the record cannot use it. */
    private interface DefaultName {

        @JsonProperty("default")
        Object defaultValue();
    }

    /** The names of the tokens tell which of the two it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(SessionLogin.class), @JsonSubTypes.Type(TokenLogin.class)})
    private interface LoginByItsTokens {}

    /** Documents from before there was a choice stay the same bytes, since hashes cover them. */
    private interface QualityWhenAsked {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        Quality quality();
    }

    private static final class OwnForms extends BeanSerializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifyEnumSerializer(
                SerializationConfig config, JavaType type, BeanDescription bean, JsonSerializer<?> serializer) {
            return type.getRawClass() == Market.class ? serializer : new LowerCase();
        }

        @Override
        public JsonSerializer<?> modifyCollectionSerializer(
                SerializationConfig config, CollectionType type, BeanDescription bean, JsonSerializer<?> serializer) {
            return type.getContentType().getRawClass() == LocalDate.class ? new Dates() : serializer;
        }
    }

    private static final class LowerCase extends JsonSerializer<Enum<?>> {

        @Override
        public void serialize(Enum<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }
}
