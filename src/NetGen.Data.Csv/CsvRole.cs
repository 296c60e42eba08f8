namespace NetGen;

/// <summary>What a column of a file becomes.</summary>
internal enum CsvRole
{
    /// <summary>A feature that is a number.</summary>
    Number,

    /// <summary>A feature that is a class index.</summary>
    Category,

    /// <summary>A feature for each name, and one for all others.</summary>
    OneHot,

    /// <summary>A label that is a number.</summary>
    Label,

    /// <summary>The label that is a class.</summary>
    ClassLabel,
}
