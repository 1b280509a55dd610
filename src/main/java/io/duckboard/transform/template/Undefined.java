package io.duckboard.transform.template;

import com.hubspot.jinjava.util.HasObjectTruthValue;

/** The value of an unknown name. A template may ask whether it is defined; any other use is a problem. */
final class Undefined implements HasObjectTruthValue {

    private final String name;

    Undefined(String name) {
        this.name = name;
    }

    TemplateProblem problem() {
        return new TemplateProblem(
                "“" + name + "” is not known.", "Look at the spelling, or set it before it is used.");
    }

    @Override
    public boolean getObjectTruthValue() {
        throw problem();
    }

    @Override
    public String toString() {
        throw problem();
    }
}
