namespace NetGen;

/// <summary>Whether a training goes on from a checkpoint.</summary>
public enum ResumeMode
{
    /// <summary>It begins anew; a folder that holds checkpoints already is refused, so that none is lost.</summary>
    Never = 0,

    /// <summary>It goes on from the newest checkpoint in the folder, and begins anew where there is none. One that cannot be read is an error.</summary>
    Newest = 1,

    /// <summary>
    /// It goes on from the newest checkpoint in the folder that can be read and belongs to this training, and begins anew where there is none at all. It is an
    /// error when there are some and none can be used.
    /// </summary>
    NewestUsable = 2,
}
