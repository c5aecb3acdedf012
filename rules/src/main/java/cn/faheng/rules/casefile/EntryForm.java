package cn.faheng.rules.casefile;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How an entry is written as JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
interface EntryForm {

    /** Sets in one order, so that the same entry is always the same text. */
    static SimpleModule sortedSets() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(new Sorted());
        return module;
    }

    /** Writes a set sorted. */
    final class Sorted extends StdSerializer<Set<?>> {
        Sorted() {
            super(Set.class);
        }

        @Override
        public void serialize(Set<?> value, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            for (Object each : new TreeSet<Object>(value)) {
                out.writeString(String.valueOf(each));
            }
            out.writeEndArray();
        }
    }

    /** A missing collection is empty; what is neither nullable nor a collection nor a yes or no has to be there. */
    final class Introspector extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            RecordComponent component = component(member);
            return component == null
                    ? super.hasRequiredMarker(config, member)
                    : Boolean.valueOf(Entries.isRequired(component));
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
            RecordComponent component = component(member);
            if (component == null) {
                return super.findSetterInfo(config, member);
            }
            if (Collection.class.isAssignableFrom(component.getType()) || component.getType() == Map.class) {
                return JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY, Nulls.FAIL);
            }
            return Entries.isRequired(component)
                    ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                    : JsonSetter.Value.empty();
        }

        private static @Nullable RecordComponent component(Annotated member) {
            if (member instanceof AnnotatedParameter parameter
                    && parameter.getDeclaringClass().isRecord()
                    && parameter.getDeclaringClass().getPackage() == Entry.class.getPackage()) {
                return parameter.getDeclaringClass().getRecordComponents()[parameter.getIndex()];
            }
            return null;
        }
    }
}
