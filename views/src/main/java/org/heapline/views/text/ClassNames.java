package org.heapline.views.text;

/** How classes are called where there is little room. */
public final class ClassNames {
    private ClassNames() {}

    /** A class without its package, as in the source: {@code Cart.Item} for {@code com.acme.Cart$Item}. */
    public static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }
}
