package cn.faheng.casework.directory;

/** The enforcement bodies, by their code. */
public interface Bodies extends Register<Body> {}
