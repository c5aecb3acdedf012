package cn.faheng.engine.evaluation;

/** The class loader that models get. It loads nothing: models name no classes, so that no function in them can reach one. */
public final class NoClasses extends ClassLoader {

    public NoClasses() {
        super(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        throw new ClassNotFoundException(name);
    }
}
